/** Classifiers that users make, by which crawlers read files. */
package io.laguna.emulator.glue.classifier;
