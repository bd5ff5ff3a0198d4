/** The requests of the Data API: what they must be, and how it refuses them. */
package io.laguna.emulator.redshiftdata.request;
