package io.laguna.emulator.redshiftdata.connect;

/**
 * The place where a cluster or workgroup takes connections.
 *
 * @param arn the cluster's or workgroup's
 */
public record Endpoint(String host, int port, String arn) {
    String url(String database) {
        return "jdbc:postgresql://" + host + ":" + port + "/" + encoded(database);
    }

    private static String encoded(String database) {
        return java.net.URLEncoder.encode(database, java.nio.charset.StandardCharsets.UTF_8);
    }
}
