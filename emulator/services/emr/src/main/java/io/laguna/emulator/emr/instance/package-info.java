/** Instance groups and fleets, and the instances in them. */
package io.laguna.emulator.emr.instance;
