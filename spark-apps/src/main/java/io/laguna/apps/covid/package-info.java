/** Colombia's COVID-19 cases, from the files as published to marts, a model and a report. */
package io.laguna.apps.covid;
