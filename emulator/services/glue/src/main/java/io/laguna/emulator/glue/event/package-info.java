/** The events by which Glue tells of its catalog and its crawlers. */
package io.laguna.emulator.glue.event;
