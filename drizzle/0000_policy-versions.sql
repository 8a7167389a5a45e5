CREATE TABLE `policy_versions` (
	`id` text NOT NULL,
	`in_force_from` text NOT NULL,
	`in_force_to` text,
	`version` text NOT NULL,
	`status` text NOT NULL,
	`hash` text NOT NULL,
	`document` text NOT NULL,
	`loaded_at` text NOT NULL,
	`used_at` text,
	PRIMARY KEY(`id`, `in_force_from`)
);
