package io.laguna.engines.certificate;

import io.laguna.engines.process.OwnerOnlyFile;
import io.laguna.engines.process.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The settings by which clients of Redshift trust the authority of a lake, so that they connect as to AWS, without options.
 * AWS's JDBC driver reads them from a file that a variable names; clients on OpenSSL, as {@code redshift_connector} is, and
 * on Node.js take authorities from files that variables name.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/mgmt/jdbc20-configure-authentication-ssl.html">TLS of the
 *     driver</a>
 * @see <a href="https://nodejs.org/api/cli.html#node_extra_ca_certsfile">Node.js</a>
 */
public final class TrustedRoot {
    private TrustedRoot() {}

    /** Returns the authority of a lake, which is made when it is first asked for. */
    public static synchronized Authority authority(Workspace workspace) {
        return Authority.keptIn(workspace.state().resolve("authority"));
    }

    /** Returns the variables of a lake's clients, whose files are made when they are not there. */
    public static Map<String, String> variables(Workspace workspace) {
        Path folder = authority(workspace).certificateFile().toAbsolutePath().getParent();
        return variables(workspace, folder, folder);
    }

    /**
     * Returns the variables of clients that see their files at a place of their own.
     *
     * @param folder that has the files, which are made when they are not there
     * @param seen the folder as the clients see it
     */
    public static synchronized Map<String, String> variables(Workspace workspace, Path folder, Path seen) {
        String root = text(authority(workspace).certificateFile());
        Path certificate = seen.resolve("root.crt");
        keep(folder.resolve("root.crt"), root);
        Map<String, String> variables = new LinkedHashMap<>();
        // The driver knows keys in lower case alone.
        keep(folder.resolve("redshift-jdbc.ini"), "[DRIVER]\nsslrootcert=" + certificate + "\n");
        variables.put(
                "AMAZON_REDSHIFT_JDBC_INI_FILE",
                seen.resolve("redshift-jdbc.ini").toString());
        variables.put("NODE_EXTRA_CA_CERTS", certificate.toString());
        Path bundle = folder.resolve("trusted.crt");
        // Without the system's certificates the variable would take the trust in all others away. A shell that has
        // evaluated these variables names the lake's own file.
        SystemCertificates.files()
                .filter(file -> !file.equals(bundle))
                .findFirst()
                .ifPresent(file -> {
                    keep(bundle, text(file) + "\n" + root);
                    variables.put(
                            SystemCertificates.VARIABLE,
                            seen.resolve("trusted.crt").toString());
                });
        return variables;
    }

    private static void keep(Path file, String text) {
        try {
            if (!Files.exists(file) || !Files.readString(file).equals(text)) {
                OwnerOnlyFile.write(file, text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep what clients trust in " + file, e);
        }
    }

    private static String text(Path file) {
        try {
            // Comments in it may be of any encoding.
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the certificates in " + file, e);
        }
    }
}
