/** Triggers and workflows of Glue. */
package io.laguna.emulator.glue.workflow;
