/**
 * The ingest: it lands COVID-19 case releases in the raw zone, byte for byte, each as a delivery with a manifest.
 *
 * <p>A delivery is the folder {@code covid/cases/delivery=<UTC time of landing>/} of the raw bucket: one or more CSV
 * files and, written last, {@code _manifest.json}. A folder without that file is unfinished and no reader looks at it.
 */
package io.laguna.pipelines.covid.ingest;
