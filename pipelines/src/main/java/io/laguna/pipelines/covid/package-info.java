/** The COVID-19 pipeline: case files and population data through the raw, trusted and refined zones. */
package io.laguna.pipelines.covid;
