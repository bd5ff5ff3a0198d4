/** The cron expressions of AWS, by which schedules of several services are due. */
package io.laguna.emulator.kit.cron;
