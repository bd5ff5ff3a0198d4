/** The events of objects, and those who wait for them. */
package io.laguna.emulator.s3.event;
