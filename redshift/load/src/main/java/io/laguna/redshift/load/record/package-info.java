/** Records of text, JSON and Avro files. */
package io.laguna.redshift.load.record;
