/** Files of JSON: records, their types, and the paths of custom classifiers. */
package io.laguna.emulator.crawl.json;
