/** The results of statements: kept as files, read in pages. */
package io.laguna.emulator.redshiftdata.result;
