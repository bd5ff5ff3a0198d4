package io.laguna.emulator.redshift.load;

import io.laguna.emulator.redshift.session.Carriers;
import io.laguna.emulator.redshift.session.LiveCluster;
import io.laguna.emulator.testlake.EngineLake;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** A cluster that loads from and unloads to a real S3. */
final class LoadFixture implements AutoCloseable {
    static final String ROLE = "iam_role '" + LiveCluster.ROLE + "' ";

    final S3Client s3;
    final LiveCluster cluster;

    LoadFixture(EngineLake.Running lake) throws SQLException {
        this.s3 = lake.s3();
        LoadSettings settings = new LoadSettings(() -> s3, roles -> {
            if (roles.get(0).endsWith("/nobody")) {
                throw new RoleRefused(roles.get(0), new IllegalArgumentException());
            }
            return AwsBasicCredentials.create("role", "secret");
        });
        this.cluster = LiveCluster.start(scope -> Carriers.NONE.withLoads(new Copies(settings), new Unloads(settings)));
    }

    void put(String key, String text) {
        put(key, text.getBytes(StandardCharsets.UTF_8));
    }

    void put(String key, byte[] bytes) {
        s3.putObject(request -> request.bucket(EngineLake.BUCKET).key(key), RequestBody.fromBytes(bytes));
    }

    byte[] get(String key) {
        return s3.getObjectAsBytes(request -> request.bucket(EngineLake.BUCKET).key(key))
                .asByteArray();
    }

    String text(String key) {
        return new String(get(key), StandardCharsets.UTF_8);
    }

    List<String> keys(String prefix) {
        return s3
                .listObjectsV2Paginator(
                        request -> request.bucket(EngineLake.BUCKET).prefix(prefix))
                .contents()
                .stream()
                .map(S3Object::key)
                .toList();
    }

    static String url(String key) {
        return "'s3://" + EngineLake.BUCKET + "/" + key + "' ";
    }

    static byte[] gzip(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream stream = new GZIPOutputStream(bytes)) {
            stream.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Runs a statement and returns the messages that came with it. */
    static List<String> run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
            List<String> messages = new ArrayList<>();
            for (SQLWarning warning = statement.getWarnings(); warning != null; warning = warning.getNextWarning()) {
                messages.add(warning.getMessage());
            }
            return messages;
        }
    }

    static List<String> rows(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            int count = result.getMetaData().getColumnCount();
            while (result.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= count; i++) {
                    String value = result.getString(i);
                    values.add(value == null ? "~" : value.stripTrailing());
                }
                rows.add(String.join("|", values));
            }
            return rows;
        }
    }

    @Override
    public void close() throws IOException {
        cluster.close();
        s3.close();
    }
}
