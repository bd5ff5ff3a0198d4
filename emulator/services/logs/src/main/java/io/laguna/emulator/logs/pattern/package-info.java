/** Filter patterns of CloudWatch Logs. */
package io.laguna.emulator.logs.pattern;
