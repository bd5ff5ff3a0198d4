/** Amazon CloudWatch Logs: groups and streams of log events. */
package io.laguna.emulator.logs;
