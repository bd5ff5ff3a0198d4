/** The functions of the COVID-19 pipeline: the API of its results, and its scheduled ingest. */
package io.laguna.functions.covid;
