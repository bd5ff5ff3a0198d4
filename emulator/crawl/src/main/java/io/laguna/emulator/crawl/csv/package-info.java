/** Files of separated values: rows, headers, types. */
package io.laguna.emulator.crawl.csv;
