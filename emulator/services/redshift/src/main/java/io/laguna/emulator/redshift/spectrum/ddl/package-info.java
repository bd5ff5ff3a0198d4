/** The statements of external schemas and tables, as calls of the Data Catalog. */
package io.laguna.emulator.redshift.spectrum.ddl;
