/** The way of a job from its driver to its end, for every service that runs jobs; the workers of services. */
package io.laguna.emulator.jobs;
