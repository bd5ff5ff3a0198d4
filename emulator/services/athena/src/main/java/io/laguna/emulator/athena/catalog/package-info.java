/** Data catalogs, and the databases and tables that Athena shows of them. */
package io.laguna.emulator.athena.catalog;
