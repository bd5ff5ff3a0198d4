/** Streams of CloudWatch Logs that rooms of Glue write into by themselves. */
package io.laguna.emulator.glue.log;
