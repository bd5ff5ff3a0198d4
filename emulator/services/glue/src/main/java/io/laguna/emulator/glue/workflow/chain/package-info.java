/** Chains: what one start has set going, of a workflow's run or of a trigger that belongs to none. */
package io.laguna.emulator.glue.workflow.chain;
