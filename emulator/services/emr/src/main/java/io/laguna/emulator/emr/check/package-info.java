/** Requests for clusters, instances and steps, checked before anything is made. */
package io.laguna.emulator.emr.check;
