/** External schemas and tables as a cluster's engine has them: records, and foreign tables of postgres_fdw. */
package io.laguna.emulator.redshift.spectrum.foreign;
