/** The Redshift Data API: statements that are run without a connection of the caller's own. */
package io.laguna.emulator.redshiftdata;
