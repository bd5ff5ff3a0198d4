/** Spectrum: tables of the Data Catalog, whose rows are files in S3, in a cluster's statements. */
package io.laguna.emulator.redshift.spectrum;
