/** Amazon EventBridge Scheduler on this machine: schedules that call targets on time. */
package io.laguna.emulator.scheduler;
