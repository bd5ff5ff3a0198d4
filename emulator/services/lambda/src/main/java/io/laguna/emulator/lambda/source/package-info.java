/** Event source mappings: the queues from which functions get their events, and the way from messages to invocations. */
package io.laguna.emulator.lambda.source;
