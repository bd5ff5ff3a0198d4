/** The geospatial functions of Athena, as a plugin of Trino on the JTS Topology Suite. */
package io.laguna.engines.trino.geo;
