/** Columns and their types, as the catalog names them, and what two of them become together. */
package io.laguna.emulator.crawl.schema;
