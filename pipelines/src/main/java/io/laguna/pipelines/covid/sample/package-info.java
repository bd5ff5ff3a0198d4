/**
 * The generator of case files in the shape, and with the dirt, of the dataset gt2j-8ykr, for demos, tests and
 * benchmarks. The same sample always has the same bytes.
 */
package io.laguna.pipelines.covid.sample;
