/** What the services that run jobs have in common: configurations, logs, and waiting for changes. */
package io.laguna.emulator.jobs;
