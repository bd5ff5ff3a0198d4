/** Amazon EventBridge Scheduler on this machine: schedules that fire. */
package io.laguna.emulator.scheduler;
