/** Amazon Athena: SQL on the tables of the Data Catalog. */
package io.laguna.emulator.athena;
