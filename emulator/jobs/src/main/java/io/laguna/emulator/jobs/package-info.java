/** The way of a job from its driver to its end, for every service that runs jobs. */
package io.laguna.emulator.jobs;
