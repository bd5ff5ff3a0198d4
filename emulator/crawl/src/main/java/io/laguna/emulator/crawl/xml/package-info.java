/** Files of XML: the elements that are rows, and their columns. */
package io.laguna.emulator.crawl.xml;
