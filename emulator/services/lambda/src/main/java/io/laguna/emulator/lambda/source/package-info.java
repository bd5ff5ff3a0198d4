/** Queues from which functions get their events: which there are, and how messages become invocations. */
package io.laguna.emulator.lambda.source;
