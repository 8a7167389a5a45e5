CREATE TABLE `allocations` (
	`id` text PRIMARY KEY NOT NULL,
	`policy_id` text NOT NULL,
	`pool_id` text NOT NULL,
	`year` integer NOT NULL,
	`policy_hash` text NOT NULL,
	`engine_version` text NOT NULL,
	`rules` text NOT NULL,
	`claims` text NOT NULL,
	`result` text NOT NULL,
	`algorithm` text NOT NULL,
	`digest` text NOT NULL,
	`placed` text DEFAULT '{}' NOT NULL,
	`confirmed_at` text NOT NULL,
	`confirmed_by` text NOT NULL,
	`confirmed_by_name` text NOT NULL,
	`reason` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `allocations_by_pool` ON `allocations` (`policy_id`,`pool_id`,`year`);--> statement-breakpoint
CREATE TABLE `pool_ledger` (
	`id` text PRIMARY KEY NOT NULL,
	`policy_id` text NOT NULL,
	`pool_id` text NOT NULL,
	`year` integer NOT NULL,
	`application_id` text NOT NULL,
	`kind` text NOT NULL,
	`amount_fen` integer NOT NULL,
	`at` text NOT NULL,
	`by` text NOT NULL,
	`request_id` text NOT NULL,
	CONSTRAINT "ledger_amount_above_zero" CHECK("pool_ledger"."amount_fen" > 0)
);
--> statement-breakpoint
CREATE INDEX `ledger_by_pool` ON `pool_ledger` (`policy_id`,`pool_id`,`year`,`id`);--> statement-breakpoint
CREATE INDEX `ledger_by_case` ON `pool_ledger` (`application_id`,`id`);--> statement-breakpoint
CREATE TABLE `pool_years` (
	`policy_id` text NOT NULL,
	`pool_id` text NOT NULL,
	`year` integer NOT NULL,
	`parent_id` text,
	`budget_fen` integer NOT NULL,
	`reserved_fen` integer DEFAULT 0 NOT NULL,
	`committed_fen` integer DEFAULT 0 NOT NULL,
	`ordered_fen` integer DEFAULT 0 NOT NULL,
	`paid_fen` integer DEFAULT 0 NOT NULL,
	`recovered_fen` integer DEFAULT 0 NOT NULL,
	`policy_hash` text NOT NULL,
	`opened_at` text NOT NULL,
	PRIMARY KEY(`policy_id`, `pool_id`, `year`),
	CONSTRAINT "pool_within_budget" CHECK("pool_years"."reserved_fen" + "pool_years"."committed_fen" <= "pool_years"."budget_fen" + "pool_years"."recovered_fen"),
	CONSTRAINT "pool_paid_within_committed" CHECK("pool_years"."ordered_fen" + "pool_years"."paid_fen" <= "pool_years"."committed_fen"),
	CONSTRAINT "pool_recovered_within_paid" CHECK("pool_years"."recovered_fen" <= "pool_years"."paid_fen"),
	CONSTRAINT "pool_not_below_zero" CHECK(min("pool_years"."reserved_fen", "pool_years"."committed_fen", "pool_years"."ordered_fen", "pool_years"."recovered_fen") >= 0)
);
--> statement-breakpoint
CREATE TABLE `application_clocks` (
	`id` text PRIMARY KEY NOT NULL,
	`application_id` text NOT NULL,
	`kind` text NOT NULL,
	`limit_days` integer NOT NULL,
	`started_on` text NOT NULL,
	`used_days` integer DEFAULT 0 NOT NULL,
	`paused_on` text,
	`due_on` text,
	`ended_on` text,
	`overran_on` text,
	`overrun_reason` text,
	`overrun_by` text,
	`reminded_on` text,
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `clocks_by_case` ON `application_clocks` (`application_id`);--> statement-breakpoint
CREATE INDEX `clocks_running` ON `application_clocks` (`ended_on`,`due_on`);--> statement-breakpoint
CREATE INDEX `clocks_overrun` ON `application_clocks` (`overran_on`);--> statement-breakpoint
CREATE TABLE `application_drafts` (
	`application_id` text PRIMARY KEY NOT NULL,
	`draft_version` integer NOT NULL,
	`content` text NOT NULL,
	`policy_hash` text NOT NULL,
	`saved_at` text NOT NULL,
	`saved_by` text NOT NULL,
	`saved_by_name` text NOT NULL,
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `application_events` (
	`application_id` text NOT NULL,
	`seq` integer NOT NULL,
	`event` text NOT NULL,
	`from_state` text NOT NULL,
	`to_state` text NOT NULL,
	`at` text NOT NULL,
	`by` text NOT NULL,
	`by_name` text NOT NULL,
	`duty` text,
	`reason` text,
	`clause` text,
	`details` text NOT NULL,
	PRIMARY KEY(`application_id`, `seq`),
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `events_by_person` ON `application_events` (`by`);--> statement-breakpoint
CREATE TABLE `applications` (
	`id` text PRIMARY KEY NOT NULL,
	`number` text,
	`firm_id` text NOT NULL,
	`scheme_id` text NOT NULL,
	`scheme_revision` integer NOT NULL,
	`pool_year` integer NOT NULL,
	`state` text NOT NULL,
	`version` integer NOT NULL,
	`project_name` text NOT NULL,
	`claim_fen` integer,
	`amount_fen` integer,
	`panel_score` integer,
	`submission_id` text,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`submitted_at` text,
	`state_since` text NOT NULL,
	`due_on` text,
	`ended_at` text,
	`open_tasks` integer DEFAULT 0 NOT NULL,
	`open_conflicts` integer DEFAULT 0 NOT NULL,
	`open_corrections` integer DEFAULT 0 NOT NULL,
	`open_deferrals` integer DEFAULT 0 NOT NULL,
	`open_scores` integer DEFAULT 0 NOT NULL,
	`open_objections` integer DEFAULT 0 NOT NULL,
	`is_scored` integer DEFAULT false NOT NULL,
	`is_placed` integer DEFAULT false NOT NULL,
	`firm_name` text NOT NULL,
	`credit_code` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `applications_number_unique` ON `applications` (`number`);--> statement-breakpoint
CREATE INDEX `applications_by_firm` ON `applications` (`firm_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `applications_by_due` ON `applications` (`state`,`due_on`,`id`);--> statement-breakpoint
CREATE INDEX `applications_due` ON `applications` (`due_on`,`id`);--> statement-breakpoint
CREATE INDEX `applications_by_scheme` ON `applications` (`scheme_id`,`state`,`id`);--> statement-breakpoint
CREATE INDEX `applications_by_submitted` ON `applications` (`submitted_at`,`id`);--> statement-breakpoint
CREATE INDEX `applications_by_credit_code` ON `applications` (`credit_code`);--> statement-breakpoint
CREATE TABLE `case_messages` (
	`id` text PRIMARY KEY NOT NULL,
	`application_id` text NOT NULL,
	`visibility` text NOT NULL,
	`side` text NOT NULL,
	`text` text NOT NULL,
	`at` text NOT NULL,
	`by` text NOT NULL,
	`by_name` text NOT NULL,
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `messages_by_case` ON `case_messages` (`application_id`,`at`);--> statement-breakpoint
CREATE TABLE `corrections` (
	`id` text PRIMARY KEY NOT NULL,
	`application_id` text NOT NULL,
	`round` integer NOT NULL,
	`subject` text NOT NULL,
	`problem` text NOT NULL,
	`how_to_fix` text NOT NULL,
	`late_reason` text,
	`raised_at` text NOT NULL,
	`raised_by` text NOT NULL,
	`answered_at` text,
	`answer` text,
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `corrections_by_case` ON `corrections` (`application_id`);--> statement-breakpoint
CREATE TABLE `deferrals` (
	`application_id` text NOT NULL,
	`material_id` text NOT NULL,
	`promised_at` text NOT NULL,
	`promised_by` text NOT NULL,
	`due_on` text,
	`delivered_at` text,
	`file_ids` text,
	`broken_at` text,
	`reminded_on` text,
	PRIMARY KEY(`application_id`, `material_id`),
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `deferrals_due` ON `deferrals` (`due_on`);--> statement-breakpoint
CREATE TABLE `submissions` (
	`id` text PRIMARY KEY NOT NULL,
	`application_id` text NOT NULL,
	`round` integer NOT NULL,
	`submitted_at` text NOT NULL,
	`certifier_id` text NOT NULL,
	`certifier_name` text NOT NULL,
	`scheme_revision` integer NOT NULL,
	`policy_id` text NOT NULL,
	`policy_in_force_from` text NOT NULL,
	`policy_hash` text NOT NULL,
	`engine_version` text NOT NULL,
	`content` text NOT NULL,
	`facts` text NOT NULL,
	`dates` text NOT NULL,
	`decision` text NOT NULL,
	`explanation` text NOT NULL,
	`receipt` text NOT NULL,
	`receipt_number` text NOT NULL,
	`algorithm` text NOT NULL,
	`digest` text NOT NULL,
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `submissions_by_round` ON `submissions` (`application_id`,`round`);--> statement-breakpoint
CREATE TABLE `audit_entries` (
	`seq` integer PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`actor_id` text NOT NULL,
	`actor_name` text NOT NULL,
	`action` text NOT NULL,
	`subject_type` text NOT NULL,
	`subject_id` text NOT NULL,
	`details` text NOT NULL,
	`request_id` text NOT NULL,
	`algorithm` text NOT NULL,
	`previous_digest` text NOT NULL,
	`digest` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_by_subject` ON `audit_entries` (`subject_type`,`subject_id`);--> statement-breakpoint
CREATE INDEX `audit_by_actor` ON `audit_entries` (`actor_id`);--> statement-breakpoint
CREATE INDEX `audit_by_request` ON `audit_entries` (`request_id`);--> statement-breakpoint
CREATE TABLE `audit_heads` (
	`id` integer PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`digest` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `calendar_years` (
	`year` text PRIMARY KEY NOT NULL,
	`off` text NOT NULL,
	`work` text NOT NULL,
	`source` text NOT NULL,
	`basis` text NOT NULL,
	`changed_at` text NOT NULL,
	`changed_by` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `appeals` (
	`application_id` text PRIMARY KEY NOT NULL,
	`reason` text NOT NULL,
	`file_ids` text NOT NULL,
	`filed_at` text NOT NULL,
	`filed_by` text NOT NULL,
	`filed_by_name` text NOT NULL,
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `decisions` (
	`id` text PRIMARY KEY NOT NULL,
	`application_id` text NOT NULL,
	`seq` integer NOT NULL,
	`kind` text NOT NULL,
	`submission_id` text NOT NULL,
	`policy_id` text NOT NULL,
	`policy_version` text NOT NULL,
	`policy_in_force_from` text NOT NULL,
	`policy_hash` text NOT NULL,
	`scheme_id` text NOT NULL,
	`scheme_revision` integer NOT NULL,
	`scheme_hash` text NOT NULL,
	`engine_version` text NOT NULL,
	`receipt` text NOT NULL,
	`receipt_number` text NOT NULL,
	`explanation` text NOT NULL,
	`sources` text NOT NULL,
	`overrides` text NOT NULL,
	`unmet` text NOT NULL,
	`suggested_fen` integer,
	`ceiling_fen` integer,
	`amount_fen` integer,
	`deviation_reason` text,
	`reason` text NOT NULL,
	`clause` text,
	`feedback` text,
	`ledger_entry_id` text,
	`allocation_id` text,
	`decided_at` text NOT NULL,
	`decided_by` text NOT NULL,
	`decided_by_name` text NOT NULL,
	`algorithm` text NOT NULL,
	`digest` text NOT NULL,
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `decisions_by_case` ON `decisions` (`application_id`,`seq`);--> statement-breakpoint
CREATE TABLE `letter_templates` (
	`kind` text NOT NULL,
	`version` integer NOT NULL,
	`status` text NOT NULL,
	`document` text NOT NULL,
	`hash` text NOT NULL,
	`saved_at` text NOT NULL,
	`saved_by` text NOT NULL,
	`published_at` text,
	`published_by` text,
	PRIMARY KEY(`kind`, `version`)
);
--> statement-breakpoint
CREATE TABLE `letters` (
	`id` text PRIMARY KEY NOT NULL,
	`number` text NOT NULL,
	`application_id` text NOT NULL,
	`kind` text NOT NULL,
	`template_version` integer NOT NULL,
	`content` text NOT NULL,
	`issued_at` text NOT NULL,
	`issued_by` text NOT NULL,
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `letters_number_unique` ON `letters` (`number`);--> statement-breakpoint
CREATE INDEX `letters_by_case` ON `letters` (`application_id`,`id`);--> statement-breakpoint
CREATE TABLE `duplicate_findings` (
	`id` text PRIMARY KEY NOT NULL,
	`application_id` text NOT NULL,
	`fingerprint` text NOT NULL,
	`kind` text NOT NULL,
	`other_id` text,
	`details` text NOT NULL,
	`found_at` text NOT NULL,
	`answer` text,
	`reason` text,
	`deduct_fen` integer,
	`answered_at` text,
	`answered_by` text,
	`answered_by_name` text,
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`other_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `findings_by_fingerprint` ON `duplicate_findings` (`application_id`,`fingerprint`);--> statement-breakpoint
CREATE INDEX `findings_by_other` ON `duplicate_findings` (`other_id`);--> statement-breakpoint
CREATE TABLE `file_holds` (
	`file_id` text NOT NULL,
	`holder` text NOT NULL,
	PRIMARY KEY(`file_id`, `holder`),
	FOREIGN KEY (`file_id`) REFERENCES `files`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `file_holds_by_holder` ON `file_holds` (`holder`);--> statement-breakpoint
CREATE TABLE `files` (
	`id` text PRIMARY KEY NOT NULL,
	`firm_id` text NOT NULL,
	`name` text NOT NULL,
	`digest` text NOT NULL,
	`algorithm` text NOT NULL,
	`size_bytes` integer NOT NULL,
	`media_type` text NOT NULL,
	`state` text NOT NULL,
	`scanned_by` text,
	`scanned_at` text,
	`scan_tries` integer DEFAULT 0 NOT NULL,
	`uploaded_at` text NOT NULL,
	`uploaded_by` text NOT NULL,
	`side` text DEFAULT 'firm' NOT NULL,
	`deleted_at` text,
	`deleted_by` text
);
--> statement-breakpoint
CREATE INDEX `files_by_firm` ON `files` (`firm_id`,`id`);--> statement-breakpoint
CREATE INDEX `files_by_digest` ON `files` (`digest`);--> statement-breakpoint
CREATE INDEX `files_by_state` ON `files` (`state`,`id`);--> statement-breakpoint
CREATE TABLE `firm_bank_accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`firm_id` text NOT NULL,
	`holder` text NOT NULL,
	`bank_name` text NOT NULL,
	`bank_code` text,
	`sealed_number` text,
	`algorithm` text NOT NULL,
	`key_id` text NOT NULL,
	`last_digits` text NOT NULL,
	`consent_version` text NOT NULL,
	`consent_at` text NOT NULL,
	`consent_by` text NOT NULL,
	`ended_at` text,
	`ended_by` text,
	`ended_why` text,
	FOREIGN KEY (`firm_id`) REFERENCES `firms`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `firm_bank_account_in_use` ON `firm_bank_accounts` (`firm_id`) WHERE ended_at IS NULL;--> statement-breakpoint
CREATE INDEX `firm_bank_accounts_by_firm` ON `firm_bank_accounts` (`firm_id`);--> statement-breakpoint
CREATE TABLE `firm_contacts` (
	`id` text PRIMARY KEY NOT NULL,
	`firm_id` text NOT NULL,
	`position` integer NOT NULL,
	`name` text NOT NULL,
	`duty` text,
	`phone` text NOT NULL,
	`email` text,
	FOREIGN KEY (`firm_id`) REFERENCES `firms`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `firm_contacts_by_firm` ON `firm_contacts` (`firm_id`,`position`);--> statement-breakpoint
CREATE TABLE `firm_facts` (
	`id` text PRIMARY KEY NOT NULL,
	`firm_id` text NOT NULL,
	`fact_id` text NOT NULL,
	`year` text DEFAULT '' NOT NULL,
	`state` text NOT NULL,
	`value` text,
	`source` text NOT NULL,
	`evidence` text DEFAULT '[]' NOT NULL,
	`note` text,
	`recorded_at` text NOT NULL,
	`recorded_by` text NOT NULL,
	`superseded_at` text,
	`superseded_by` text,
	FOREIGN KEY (`firm_id`) REFERENCES `firms`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `firm_facts_current` ON `firm_facts` (`firm_id`,`fact_id`,`year`) WHERE superseded_at IS NULL;--> statement-breakpoint
CREATE INDEX `firm_facts_history` ON `firm_facts` (`firm_id`,`fact_id`,`year`,`id`);--> statement-breakpoint
CREATE TABLE `firms` (
	`id` text PRIMARY KEY NOT NULL,
	`credit_code` text NOT NULL,
	`is_code_confirmed` integer DEFAULT false NOT NULL,
	`name` text NOT NULL,
	`registered_on` text NOT NULL,
	`industry_code` text NOT NULL,
	`industry_note` text,
	`park_id` text,
	`registered_address` text NOT NULL,
	`legal_representative` text NOT NULL,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`updated_by` text NOT NULL,
	FOREIGN KEY (`park_id`) REFERENCES `parks`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `firms_credit_code_unique` ON `firms` (`credit_code`);--> statement-breakpoint
CREATE INDEX `firms_by_name` ON `firms` (`name`,`id`);--> statement-breakpoint
CREATE INDEX `firms_by_park` ON `firms` (`park_id`);--> statement-breakpoint
CREATE TABLE `parks` (
	`id` text PRIMARY KEY NOT NULL,
	`label` text NOT NULL,
	`label_en` text NOT NULL,
	`position` integer NOT NULL,
	`retired_at` text
);
--> statement-breakpoint
CREATE TABLE `idempotency_keys` (
	`user_id` text NOT NULL,
	`key` text NOT NULL,
	`route` text NOT NULL,
	`body_digest` text NOT NULL,
	`request_id` text NOT NULL,
	`started_at` text NOT NULL,
	`status` integer,
	`headers` text,
	`body` text,
	PRIMARY KEY(`user_id`, `key`, `route`)
);
--> statement-breakpoint
CREATE INDEX `idempotency_by_start` ON `idempotency_keys` (`started_at`);--> statement-breakpoint
CREATE TABLE `accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`account_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`access_token` text,
	`refresh_token` text,
	`id_token` text,
	`access_token_expires_at` integer,
	`refresh_token_expires_at` integer,
	`scope` text,
	`password` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `accounts_by_user` ON `accounts` (`user_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_by_provider` ON `accounts` (`provider_id`,`account_id`);--> statement-breakpoint
CREATE TABLE `departments` (
	`id` text PRIMARY KEY NOT NULL,
	`label` text NOT NULL,
	`label_en` text NOT NULL,
	`position` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `failed_attempts` (
	`key` text PRIMARY KEY NOT NULL,
	`failures` integer NOT NULL,
	`since` text NOT NULL,
	`locked_until` text
);
--> statement-breakpoint
CREATE TABLE `firm_members` (
	`firm_id` text NOT NULL,
	`user_id` text NOT NULL,
	`role` text NOT NULL,
	`added_at` text NOT NULL,
	`added_by` text NOT NULL,
	PRIMARY KEY(`firm_id`, `user_id`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `firm_members_by_user` ON `firm_members` (`user_id`);--> statement-breakpoint
CREATE TABLE `invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`firm_id` text,
	`firm_role` text,
	`staff_role` text,
	`name` text NOT NULL,
	`contact` text NOT NULL,
	`invited_by` text NOT NULL,
	`created_at` text NOT NULL,
	`expires_at` text NOT NULL,
	`accepted_at` text,
	`accepted_by` text,
	`revoked_at` text
);
--> statement-breakpoint
CREATE INDEX `invitations_by_firm` ON `invitations` (`firm_id`);--> statement-breakpoint
CREATE INDEX `invitations_by_contact` ON `invitations` (`contact`);--> statement-breakpoint
CREATE TABLE `one_time_secrets` (
	`id` text PRIMARY KEY NOT NULL,
	`purpose` text NOT NULL,
	`subject` text NOT NULL,
	`digest` text NOT NULL,
	`created_at` text NOT NULL,
	`expires_at` text NOT NULL,
	`attempts_left` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `one_time_secrets_by_digest` ON `one_time_secrets` (`purpose`,`subject`,`digest`);--> statement-breakpoint
CREATE INDEX `one_time_secrets_by_digest_alone` ON `one_time_secrets` (`digest`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`token` text NOT NULL,
	`expires_at` integer NOT NULL,
	`ip_address` text,
	`user_agent` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`started_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`second_factor_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sessions_token_unique` ON `sessions` (`token`);--> statement-breakpoint
CREATE INDEX `sessions_by_user` ON `sessions` (`user_id`);--> statement-breakpoint
CREATE TABLE `staff_roles` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`role` text NOT NULL,
	`department_id` text,
	`granted_at` text NOT NULL,
	`granted_by` text NOT NULL,
	`revoked_at` text,
	`revoked_by` text,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`department_id`) REFERENCES `departments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `staff_roles_by_user` ON `staff_roles` (`user_id`);--> statement-breakpoint
CREATE TABLE `two_factors` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`secret` text NOT NULL,
	`backup_codes` text NOT NULL,
	`verified` integer DEFAULT true NOT NULL,
	`failed_verification_count` integer DEFAULT 0 NOT NULL,
	`locked_until` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `two_factors_user_id_unique` ON `two_factors` (`user_id`);--> statement-breakpoint
CREATE TABLE `users` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`email_verified` integer DEFAULT false NOT NULL,
	`image` text,
	`phone_number` text,
	`phone_number_verified` integer DEFAULT false NOT NULL,
	`two_factor_enabled` integer DEFAULT false NOT NULL,
	`kind` text DEFAULT 'firm' NOT NULL,
	`disabled_at` text,
	`language` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `users_email_unique` ON `users` (`email`);--> statement-breakpoint
CREATE UNIQUE INDEX `users_phone_number_unique` ON `users` (`phone_number`);--> statement-breakpoint
CREATE TABLE `verifications` (
	`id` text PRIMARY KEY NOT NULL,
	`identifier` text NOT NULL,
	`value` text NOT NULL,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `verifications_by_identifier` ON `verifications` (`identifier`);--> statement-breakpoint
CREATE TABLE `notification_preferences` (
	`user_id` text PRIMARY KEY NOT NULL,
	`email` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `notifications` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`key` text NOT NULL,
	`args` text NOT NULL,
	`link` text,
	`created_at` text NOT NULL,
	`read_at` text
);
--> statement-breakpoint
CREATE INDEX `notifications_by_user` ON `notifications` (`user_id`,`id`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`to` text NOT NULL,
	`subject` text NOT NULL,
	`text` text NOT NULL,
	`link` text,
	`is_secret` integer NOT NULL,
	`created_at` text NOT NULL,
	`next_try_at` text NOT NULL,
	`sent_at` text,
	`attempts` integer NOT NULL,
	`last_error` text
);
--> statement-breakpoint
CREATE INDEX `outbox_by_next_try` ON `outbox` (`sent_at`,`next_try_at`);--> statement-breakpoint
CREATE TABLE `expert_profiles` (
	`user_id` text PRIMARY KEY NOT NULL,
	`employer` text NOT NULL,
	`employer_code` text,
	`saved_at` text NOT NULL,
	`saved_by` text NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `panel_cases` (
	`panel_id` text NOT NULL,
	`application_id` text NOT NULL,
	`round` integer NOT NULL,
	`score` integer,
	PRIMARY KEY(`panel_id`, `application_id`),
	FOREIGN KEY (`panel_id`) REFERENCES `panels`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `panel_cases_by_case` ON `panel_cases` (`application_id`);--> statement-breakpoint
CREATE TABLE `panel_declarations` (
	`panel_id` text NOT NULL,
	`application_id` text NOT NULL,
	`user_id` text NOT NULL,
	`has_conflict` integer NOT NULL,
	`kind` text,
	`note` text,
	`found_by` text NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`panel_id`, `application_id`, `user_id`),
	FOREIGN KEY (`panel_id`) REFERENCES `panels`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `panel_experts` (
	`panel_id` text NOT NULL,
	`user_id` text NOT NULL,
	`name` text NOT NULL,
	`is_chair` integer NOT NULL,
	`assigned_at` text NOT NULL,
	`assigned_by` text NOT NULL,
	PRIMARY KEY(`panel_id`, `user_id`),
	FOREIGN KEY (`panel_id`) REFERENCES `panels`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `panel_experts_by_person` ON `panel_experts` (`user_id`);--> statement-breakpoint
CREATE TABLE `panel_rounds` (
	`panel_id` text NOT NULL,
	`round` integer NOT NULL,
	`reason` text,
	`started_at` text NOT NULL,
	`started_by` text NOT NULL,
	`unsealed_at` text,
	PRIMARY KEY(`panel_id`, `round`),
	FOREIGN KEY (`panel_id`) REFERENCES `panels`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `panel_scores` (
	`panel_id` text NOT NULL,
	`application_id` text NOT NULL,
	`user_id` text NOT NULL,
	`round` integer NOT NULL,
	`marks` text NOT NULL,
	`total` integer,
	`comment` text NOT NULL,
	`saved_at` text NOT NULL,
	`handed_in_at` text,
	PRIMARY KEY(`panel_id`, `application_id`, `user_id`, `round`),
	FOREIGN KEY (`panel_id`) REFERENCES `panels`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `panels` (
	`id` text PRIMARY KEY NOT NULL,
	`label` text NOT NULL,
	`scheme_id` text NOT NULL,
	`status` text NOT NULL,
	`version` integer NOT NULL,
	`sheet_id` text NOT NULL,
	`sheet_version` integer NOT NULL,
	`is_blind` integer NOT NULL,
	`experts_needed` integer NOT NULL,
	`outlier_at` integer NOT NULL,
	`round` integer NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`minutes` text,
	`closed_at` text,
	`closed_by` text
);
--> statement-breakpoint
CREATE INDEX `panels_by_status` ON `panels` (`status`,`id`);--> statement-breakpoint
CREATE TABLE `scoring_sheets` (
	`id` text NOT NULL,
	`version` integer NOT NULL,
	`status` text NOT NULL,
	`document` text NOT NULL,
	`hash` text NOT NULL,
	`saved_at` text NOT NULL,
	`saved_by` text NOT NULL,
	`published_at` text,
	`published_by` text,
	PRIMARY KEY(`id`, `version`)
);
--> statement-breakpoint
CREATE TABLE `instalments` (
	`id` text PRIMARY KEY NOT NULL,
	`application_id` text NOT NULL,
	`seq` integer NOT NULL,
	`label` text NOT NULL,
	`label_en` text NOT NULL,
	`condition` text,
	`condition_en` text,
	`amount_fen` integer NOT NULL,
	`state` text NOT NULL,
	`version` integer NOT NULL,
	`state_since` text NOT NULL,
	`confirmed_at` text,
	`confirmed_by_name` text,
	`confirm_reason` text,
	`evidence` text DEFAULT '[]' NOT NULL,
	`stop_reason` text,
	FOREIGN KEY (`application_id`) REFERENCES `payment_plans`(`application_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "instalment_above_zero" CHECK("instalments"."amount_fen" > 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `instalments_by_case` ON `instalments` (`application_id`,`seq`);--> statement-breakpoint
CREATE INDEX `instalments_by_state` ON `instalments` (`state`,`id`);--> statement-breakpoint
CREATE TABLE `payment_orders` (
	`id` text PRIMARY KEY NOT NULL,
	`number` text NOT NULL,
	`state` text NOT NULL,
	`version` integer NOT NULL,
	`note` text,
	`prepared_at` text NOT NULL,
	`prepared_by` text NOT NULL,
	`prepared_by_name` text NOT NULL,
	`released_at` text,
	`released_by` text,
	`released_by_name` text,
	`return_reason` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `payment_orders_number_unique` ON `payment_orders` (`number`);--> statement-breakpoint
CREATE INDEX `orders_by_state` ON `payment_orders` (`state`,`id`);--> statement-breakpoint
CREATE TABLE `payment_plans` (
	`application_id` text PRIMARY KEY NOT NULL,
	`firm_id` text NOT NULL,
	`policy_id` text NOT NULL,
	`pool_id` text NOT NULL,
	`year` integer NOT NULL,
	`total_fen` integer NOT NULL,
	`planned_at` text NOT NULL,
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `payment_rows` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`instalment_id` text NOT NULL,
	`application_id` text NOT NULL,
	`firm_id` text NOT NULL,
	`amount_fen` integer NOT NULL,
	`state` text NOT NULL,
	`account_id` text NOT NULL,
	`holder` text NOT NULL,
	`holder_reason` text,
	`bank_name` text NOT NULL,
	`bank_code` text,
	`last_digits` text NOT NULL,
	`sealed_number` text,
	`algorithm` text NOT NULL,
	`key_id` text NOT NULL,
	`consent_version` text NOT NULL,
	`consent_at` text NOT NULL,
	`paid_on` text,
	`bank_reference` text,
	`bounce_reason` text,
	`result_at` text,
	`result_by_name` text,
	`return_reason` text,
	FOREIGN KEY (`order_id`) REFERENCES `payment_orders`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`instalment_id`) REFERENCES `instalments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `rows_paid_once` ON `payment_rows` (`instalment_id`) WHERE "payment_rows"."state" in ('prepared', 'released', 'paid');--> statement-breakpoint
CREATE INDEX `rows_by_order` ON `payment_rows` (`order_id`,`id`);--> statement-breakpoint
CREATE INDEX `rows_by_case` ON `payment_rows` (`application_id`,`id`);--> statement-breakpoint
CREATE INDEX `rows_by_firm` ON `payment_rows` (`firm_id`);--> statement-breakpoint
CREATE TABLE `recoveries` (
	`id` text PRIMARY KEY NOT NULL,
	`application_id` text NOT NULL,
	`state` text NOT NULL,
	`version` integer NOT NULL,
	`amount_fen` integer NOT NULL,
	`received_fen` integer DEFAULT 0 NOT NULL,
	`reason` text NOT NULL,
	`clause` text NOT NULL,
	`due_on` text NOT NULL,
	`claimed_at` text NOT NULL,
	`claimed_by_name` text NOT NULL,
	`withdraw_reason` text,
	FOREIGN KEY (`application_id`) REFERENCES `payment_plans`(`application_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "recovery_within_claim" CHECK("recoveries"."received_fen" between 0 and "recoveries"."amount_fen")
);
--> statement-breakpoint
CREATE INDEX `recoveries_by_case` ON `recoveries` (`application_id`,`id`);--> statement-breakpoint
CREATE TABLE `recovery_receipts` (
	`id` text PRIMARY KEY NOT NULL,
	`recovery_id` text NOT NULL,
	`amount_fen` integer NOT NULL,
	`received_on` text NOT NULL,
	`bank_reference` text NOT NULL,
	`noted_at` text NOT NULL,
	`noted_by_name` text NOT NULL,
	FOREIGN KEY (`recovery_id`) REFERENCES `recoveries`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `receipts_by_recovery` ON `recovery_receipts` (`recovery_id`);--> statement-breakpoint
CREATE TABLE `notice_rows` (
	`notice_id` text NOT NULL,
	`application_id` text NOT NULL,
	`position` integer NOT NULL,
	`decision_id` text NOT NULL,
	`firm_name` text NOT NULL,
	`credit_code` text NOT NULL,
	`project_name` text NOT NULL,
	`tier` text,
	`tier_en` text,
	`amount_fen` integer,
	`replaced_by` text,
	`withdrawn_at` text,
	PRIMARY KEY(`notice_id`, `application_id`),
	FOREIGN KEY (`notice_id`) REFERENCES `notices`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `notice_rows_by_case` ON `notice_rows` (`application_id`);--> statement-breakpoint
CREATE TABLE `notices` (
	`id` text PRIMARY KEY NOT NULL,
	`number` text NOT NULL,
	`scheme_id` text NOT NULL,
	`scheme_label` text NOT NULL,
	`scheme_label_en` text NOT NULL,
	`contact` text NOT NULL,
	`contact_en` text NOT NULL,
	`working_days` integer NOT NULL,
	`published_at` text NOT NULL,
	`published_by` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `notices_number_unique` ON `notices` (`number`);--> statement-breakpoint
CREATE TABLE `objections` (
	`id` text PRIMARY KEY NOT NULL,
	`number` text NOT NULL,
	`notice_id` text NOT NULL,
	`application_id` text NOT NULL,
	`is_anonymous` integer NOT NULL,
	`name` text,
	`contact` text,
	`text` text NOT NULL,
	`received_at` text NOT NULL,
	`language` text NOT NULL,
	`files_key_digest` text NOT NULL,
	`outcome` text,
	`answer` text,
	`answered_at` text,
	`answered_by` text,
	`answered_by_name` text,
	FOREIGN KEY (`notice_id`) REFERENCES `notices`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `objections_number_unique` ON `objections` (`number`);--> statement-breakpoint
CREATE INDEX `objections_by_case` ON `objections` (`application_id`,`id`);--> statement-breakpoint
CREATE INDEX `objections_open` ON `objections` (`outcome`,`id`);--> statement-breakpoint
CREATE TABLE `case_assignments` (
	`application_id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`name` text NOT NULL,
	`assigned_at` text NOT NULL,
	`assigned_by` text NOT NULL,
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `assignments_by_user` ON `case_assignments` (`user_id`,`application_id`);--> statement-breakpoint
CREATE TABLE `case_overrides` (
	`id` text PRIMARY KEY NOT NULL,
	`application_id` text NOT NULL,
	`submission_id` text NOT NULL,
	`path` text NOT NULL,
	`computed` text NOT NULL,
	`verdict` text,
	`points` text,
	`reason` text NOT NULL,
	`evidence` text NOT NULL,
	`made_at` text NOT NULL,
	`made_by` text NOT NULL,
	`made_by_name` text NOT NULL,
	`ended_at` text,
	`ended_by` text,
	`ended_by_name` text,
	`end_reason` text,
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "override_is_one_answer" CHECK(("case_overrides"."verdict" IS NULL) <> ("case_overrides"."points" IS NULL))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `override_in_force` ON `case_overrides` (`submission_id`,`path`) WHERE ended_at IS NULL;--> statement-breakpoint
CREATE INDEX `overrides_by_case` ON `case_overrides` (`application_id`);--> statement-breakpoint
CREATE TABLE `case_texts` (
	`rowid` integer PRIMARY KEY NOT NULL,
	`application_id` text NOT NULL,
	`text` text NOT NULL,
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `case_texts_application_id_unique` ON `case_texts` (`application_id`);--> statement-breakpoint
CREATE TABLE `overruled_decisions` (
	`application_id` text NOT NULL,
	`seq` integer NOT NULL,
	`submission_id` text NOT NULL,
	`overrides` text NOT NULL,
	`decision` text NOT NULL,
	`explanation` text NOT NULL,
	`receipt` text NOT NULL,
	`made_at` text NOT NULL,
	`made_by` text NOT NULL,
	PRIMARY KEY(`application_id`, `seq`),
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `review_tasks` (
	`id` text PRIMARY KEY NOT NULL,
	`application_id` text NOT NULL,
	`department` text NOT NULL,
	`round` integer NOT NULL,
	`question` text NOT NULL,
	`state` text NOT NULL,
	`opened_at` text NOT NULL,
	`reopen_reason` text,
	`answer` text,
	`opinion` text,
	`evidence` text DEFAULT '[]' NOT NULL,
	`silence` text,
	`closed_at` text,
	`closed_by` text,
	`closed_by_name` text,
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `tasks_by_case` ON `review_tasks` (`application_id`,`department`,`round`);--> statement-breakpoint
CREATE INDEX `tasks_by_department` ON `review_tasks` (`department`,`state`,`application_id`);--> statement-breakpoint
CREATE TABLE `saved_views` (
	`id` text PRIMARY KEY NOT NULL,
	`owner_id` text NOT NULL,
	`owner_name` text NOT NULL,
	`name` text NOT NULL,
	`filters` text NOT NULL,
	`is_shared` integer NOT NULL,
	`saved_at` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `views_by_owner` ON `saved_views` (`owner_id`,`name`);--> statement-breakpoint
CREATE INDEX `views_shared` ON `saved_views` (`is_shared`);--> statement-breakpoint
CREATE TABLE `schemes` (
	`id` text NOT NULL,
	`revision` integer NOT NULL,
	`status` text NOT NULL,
	`document` text NOT NULL,
	`hash` text NOT NULL,
	`saved_at` text NOT NULL,
	`saved_by` text NOT NULL,
	`saved_by_name` text NOT NULL,
	`published_at` text,
	`published_by` text,
	`published_by_name` text,
	`closed_at` text,
	`close_reason` text,
	PRIMARY KEY(`id`, `revision`)
);
--> statement-breakpoint
CREATE TABLE `trial_populations` (
	`id` text PRIMARY KEY NOT NULL,
	`draft_id` text NOT NULL,
	`name` text NOT NULL,
	`firms` integer NOT NULL,
	`skipped` integer NOT NULL,
	`digest` text NOT NULL,
	`content_digest` text NOT NULL,
	`algorithm` text NOT NULL,
	`size_bytes` integer NOT NULL,
	`by` text NOT NULL,
	`by_name` text NOT NULL,
	`at` text NOT NULL,
	`deleted_at` text,
	`deleted_by` text,
	`deleted_by_name` text,
	FOREIGN KEY (`draft_id`) REFERENCES `policy_drafts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `trial_populations_by_content` ON `trial_populations` (`content_digest`);--> statement-breakpoint
CREATE TABLE `consultation_comments` (
	`id` text PRIMARY KEY NOT NULL,
	`number` text NOT NULL,
	`consultation_id` text NOT NULL,
	`path` text,
	`name` text,
	`contact` text,
	`text` text NOT NULL,
	`received_at` text NOT NULL,
	`reply` text,
	`is_adopted` integer,
	`replied_at` text,
	`replied_by` text,
	`replied_by_name` text,
	`hidden_reason` text,
	`hidden_at` text,
	`hidden_by` text,
	FOREIGN KEY (`consultation_id`) REFERENCES `policy_consultations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `consultation_comments_number_unique` ON `consultation_comments` (`number`);--> statement-breakpoint
CREATE INDEX `consultation_comments_by_consultation` ON `consultation_comments` (`consultation_id`,`id`);--> statement-breakpoint
CREATE TABLE `fairness_reviews` (
	`id` text PRIMARY KEY NOT NULL,
	`draft_id` text NOT NULL,
	`of` text NOT NULL,
	`article_10` text,
	`reason` text NOT NULL,
	`until` text NOT NULL,
	`by` text NOT NULL,
	`by_name` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`draft_id`) REFERENCES `policy_drafts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `fairness_reviews_by_draft` ON `fairness_reviews` (`draft_id`,`id`);--> statement-breakpoint
CREATE TABLE `legality_notes` (
	`id` text PRIMARY KEY NOT NULL,
	`draft_id` text NOT NULL,
	`opinion` text NOT NULL,
	`reviewer` text NOT NULL,
	`text` text NOT NULL,
	`on` text NOT NULL,
	`hash` text NOT NULL,
	`by` text NOT NULL,
	`by_name` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`draft_id`) REFERENCES `policy_drafts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `legality_notes_by_draft` ON `legality_notes` (`draft_id`,`id`);--> statement-breakpoint
CREATE TABLE `policy_approvals` (
	`id` text PRIMARY KEY NOT NULL,
	`draft_id` text NOT NULL,
	`decision` text NOT NULL,
	`hash` text NOT NULL,
	`note` text NOT NULL,
	`changes` text NOT NULL,
	`voided_at` text,
	`by` text NOT NULL,
	`by_name` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`draft_id`) REFERENCES `policy_drafts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `policy_approvals_by_draft` ON `policy_approvals` (`draft_id`,`id`);--> statement-breakpoint
CREATE TABLE `policy_consultations` (
	`id` text PRIMARY KEY NOT NULL,
	`draft_id` text NOT NULL,
	`kind` text NOT NULL,
	`title` text,
	`text` text,
	`opens_on` text,
	`closes_on` text,
	`contact` text,
	`reason` text,
	`document` text NOT NULL,
	`hash` text NOT NULL,
	`changes` text NOT NULL,
	`by` text NOT NULL,
	`by_name` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`draft_id`) REFERENCES `policy_drafts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `policy_consultations_by_draft` ON `policy_consultations` (`draft_id`,`id`);--> statement-breakpoint
CREATE TABLE `policy_draft_cases` (
	`id` text PRIMARY KEY NOT NULL,
	`draft_id` text NOT NULL,
	`content` text NOT NULL,
	`is_generated` integer NOT NULL,
	`confirmed_at` text,
	`confirmed_by` text,
	`confirmed_by_name` text,
	`by` text NOT NULL,
	`by_name` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`draft_id`) REFERENCES `policy_drafts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `policy_draft_cases_by_draft` ON `policy_draft_cases` (`draft_id`,`id`);--> statement-breakpoint
CREATE TABLE `policy_draft_comments` (
	`id` text PRIMARY KEY NOT NULL,
	`draft_id` text NOT NULL,
	`path` text NOT NULL,
	`text` text NOT NULL,
	`reply_to` text,
	`by` text NOT NULL,
	`by_name` text NOT NULL,
	`at` text NOT NULL,
	`resolved_at` text,
	`resolved_by` text,
	`resolved_by_name` text,
	FOREIGN KEY (`draft_id`) REFERENCES `policy_drafts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `policy_draft_comments_by_draft` ON `policy_draft_comments` (`draft_id`,`id`);--> statement-breakpoint
CREATE TABLE `policy_draft_edits` (
	`draft_id` text NOT NULL,
	`version` integer NOT NULL,
	`kind` text NOT NULL,
	`summary` text NOT NULL,
	`ops` text NOT NULL,
	`inverse` text NOT NULL,
	`reverts` integer,
	`reverted_by` integer,
	`by` text NOT NULL,
	`by_name` text NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`draft_id`, `version`),
	FOREIGN KEY (`draft_id`) REFERENCES `policy_drafts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `policy_drafts` (
	`id` text PRIMARY KEY NOT NULL,
	`policy_id` text NOT NULL,
	`title` text NOT NULL,
	`base` text,
	`base_hash` text,
	`document` text NOT NULL,
	`hash` text NOT NULL,
	`version` integer NOT NULL,
	`state` text NOT NULL,
	`parks` text,
	`rollback_reason` text,
	`drafts_rule` text,
	`cases_rule` text,
	`transition_reason` text,
	`transition_by` text,
	`transition_by_name` text,
	`transition_at` text,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`created_by_name` text NOT NULL,
	`updated_at` text NOT NULL,
	`updated_by` text NOT NULL,
	`updated_by_name` text NOT NULL,
	`published_at` text,
	`in_force_from` text,
	`applied_at` text,
	`end_reason` text
);
--> statement-breakpoint
CREATE INDEX `policy_drafts_by_policy` ON `policy_drafts` (`policy_id`,`id`);--> statement-breakpoint
CREATE INDEX `policy_drafts_due` ON `policy_drafts` (`state`,`in_force_from`);--> statement-breakpoint
CREATE TABLE `policy_notices` (
	`id` text PRIMARY KEY NOT NULL,
	`draft_id` text NOT NULL,
	`policy_id` text NOT NULL,
	`in_force_from` text NOT NULL,
	`published_on` text NOT NULL,
	`content` text NOT NULL,
	FOREIGN KEY (`draft_id`) REFERENCES `policy_drafts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `policy_notices_by_policy` ON `policy_notices` (`policy_id`,`in_force_from`);--> statement-breakpoint
CREATE TABLE `policy_transitions` (
	`draft_id` text NOT NULL,
	`application_id` text NOT NULL,
	`kind` text NOT NULL,
	`rule` text NOT NULL,
	`outcome` text NOT NULL,
	`before` text,
	`after` text,
	`at` text NOT NULL,
	PRIMARY KEY(`draft_id`, `application_id`),
	FOREIGN KEY (`draft_id`) REFERENCES `policy_drafts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `policy_trials` (
	`id` text PRIMARY KEY NOT NULL,
	`draft_id` text NOT NULL,
	`title` text NOT NULL,
	`state` text NOT NULL,
	`draft_version` integer NOT NULL,
	`draft_hash` text NOT NULL,
	`against` text,
	`population` text NOT NULL,
	`firms` integer DEFAULT 0 NOT NULL,
	`skipped` integer DEFAULT 0 NOT NULL,
	`digest` text,
	`dates` text NOT NULL,
	`result` text,
	`failure` text,
	`milliseconds` integer,
	`finished_at` text,
	`by` text NOT NULL,
	`by_name` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`draft_id`) REFERENCES `policy_drafts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `policy_trials_by_draft` ON `policy_trials` (`draft_id`,`id`);--> statement-breakpoint
ALTER TABLE `policy_versions` ADD `evaluations` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `policy_versions` ADD `ends_on` text;--> statement-breakpoint
ALTER TABLE `policy_versions` ADD `parks` text;--> statement-breakpoint
ALTER TABLE `policy_versions` ADD `origin` text DEFAULT 'shipped' NOT NULL;--> statement-breakpoint
ALTER TABLE `policy_versions` ADD `published_at` text;--> statement-breakpoint
CREATE VIEW `desk_cases` AS select "id", "number", "firm_id", "firm_name", "credit_code", "project_name", "scheme_id", "scheme_revision", "pool_year", "state", "version", "claim_fen", "amount_fen", "submitted_at", "state_since", "ended_at", "due_on", coalesce("due_on", '9999-12-31') as "due_key", "open_tasks", "open_conflicts", "open_corrections", "open_deferrals" from "applications" where "applications"."submission_id" is not null;--> statement-breakpoint
INSERT INTO `parks` (`id`, `label`, `label_en`, `position`) VALUES ('core', '核心区', 'Core zone', 1), ('new-materials', '新材料创新中心', 'New Materials Innovation Centre', 2), ('software', '软件园', 'Software Park', 3), ('branch', '一区多园分园', 'Branch parks', 4), ('elsewhere', '园区外', 'Outside the parks', 9);
--> statement-breakpoint
CREATE VIRTUAL TABLE `case_search` USING fts5(text, content='case_texts', content_rowid='rowid', tokenize='trigram');
--> statement-breakpoint
CREATE TRIGGER `case_texts_added` AFTER INSERT ON `case_texts` BEGIN INSERT INTO case_search(rowid, text) VALUES (new.rowid, new.text); END;
--> statement-breakpoint
CREATE TRIGGER `case_texts_changed` AFTER UPDATE ON `case_texts` BEGIN INSERT INTO case_search(case_search, rowid, text) VALUES ('delete', old.rowid, old.text); INSERT INTO case_search(rowid, text) VALUES (new.rowid, new.text); END;
--> statement-breakpoint
CREATE TRIGGER `case_texts_removed` AFTER DELETE ON `case_texts` BEGIN INSERT INTO case_search(case_search, rowid, text) VALUES ('delete', old.rowid, old.text); END;
--> statement-breakpoint
CREATE INDEX `desk_by_due` ON `applications` (coalesce(due_on, '9999-12-31'), `id`) WHERE submission_id IS NOT NULL;
--> statement-breakpoint
CREATE INDEX `desk_by_state` ON `applications` (`state`, coalesce(due_on, '9999-12-31'), `id`) WHERE submission_id IS NOT NULL;
--> statement-breakpoint
CREATE INDEX `desk_by_scheme` ON `applications` (`scheme_id`, `state`, coalesce(due_on, '9999-12-31'), `id`) WHERE submission_id IS NOT NULL;
--> statement-breakpoint
CREATE INDEX `desk_with_conflicts` ON `applications` (`open_conflicts`, `id`) WHERE submission_id IS NOT NULL AND open_conflicts > 0;
--> statement-breakpoint
CREATE INDEX `desk_by_pool_year` ON `applications` (`pool_year`, coalesce(due_on, '9999-12-31'), `id`) WHERE submission_id IS NOT NULL;
--> statement-breakpoint
CREATE TRIGGER `audit_entries_stay` BEFORE UPDATE ON `audit_entries` BEGIN SELECT RAISE(ABORT, 'the audit trail is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER `audit_entries_are_kept` BEFORE DELETE ON `audit_entries` BEGIN SELECT RAISE(ABORT, 'the audit trail is never removed'); END;
