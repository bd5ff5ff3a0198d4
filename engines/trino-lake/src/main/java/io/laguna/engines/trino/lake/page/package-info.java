/** What a table's SerDe and its properties say of how files are read. */
package io.laguna.engines.trino.lake.page;
