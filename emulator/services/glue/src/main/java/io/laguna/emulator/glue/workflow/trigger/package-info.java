/** Triggers of Glue: their definitions, and when one fires. */
package io.laguna.emulator.glue.workflow.trigger;
