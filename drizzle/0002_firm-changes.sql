CREATE TABLE `firm_changes` (
	`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`firm_id` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `firm_changes_firm_id_unique` ON `firm_changes` (`firm_id`);
--> statement-breakpoint
CREATE TRIGGER `firm_added` AFTER INSERT ON `firms` BEGIN DELETE FROM firm_changes WHERE firm_id = new.id; INSERT INTO firm_changes (firm_id) VALUES (new.id); END;
--> statement-breakpoint
CREATE TRIGGER `firm_told_apart` AFTER UPDATE OF `registered_on`, `industry_code`, `park_id` ON `firms` WHEN (old.registered_on, old.industry_code, old.park_id) IS NOT (new.registered_on, new.industry_code, new.park_id) BEGIN DELETE FROM firm_changes WHERE firm_id = new.id; INSERT INTO firm_changes (firm_id) VALUES (new.id); END;
--> statement-breakpoint
CREATE TRIGGER `firm_removed` AFTER DELETE ON `firms` BEGIN DELETE FROM firm_changes WHERE firm_id = old.id; INSERT INTO firm_changes (firm_id) VALUES (old.id); END;
--> statement-breakpoint
CREATE TRIGGER `firm_fact_added` AFTER INSERT ON `firm_facts` BEGIN DELETE FROM firm_changes WHERE firm_id = new.firm_id; INSERT INTO firm_changes (firm_id) VALUES (new.firm_id); END;
--> statement-breakpoint
CREATE TRIGGER `firm_fact_changed` AFTER UPDATE OF `firm_id`, `fact_id`, `year`, `state`, `value`, `superseded_at` ON `firm_facts` BEGIN DELETE FROM firm_changes WHERE firm_id = new.firm_id; INSERT INTO firm_changes (firm_id) VALUES (new.firm_id); END;
--> statement-breakpoint
CREATE TRIGGER `firm_fact_removed` AFTER DELETE ON `firm_facts` BEGIN DELETE FROM firm_changes WHERE firm_id = old.firm_id; INSERT INTO firm_changes (firm_id) VALUES (old.firm_id); END;
