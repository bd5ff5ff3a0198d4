/** The files of external tables as rows: views of DuckDB's, which a cluster's engine asks by postgres_fdw. */
package io.laguna.emulator.redshift.spectrum.engine;
