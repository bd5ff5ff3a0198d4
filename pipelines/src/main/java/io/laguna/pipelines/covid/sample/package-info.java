/**
 * Makes case files in the shape, and with the dirt, of the dataset gt2j-8ykr, for demos, tests and benchmarks. Same
 * sample, same bytes.
 */
package io.laguna.pipelines.covid.sample;
