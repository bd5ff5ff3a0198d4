/** External tables as the Data Catalog has them, and the objects in S3 that are their rows. */
package io.laguna.emulator.redshift.spectrum.table;
