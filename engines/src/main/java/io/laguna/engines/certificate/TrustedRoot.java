package io.laguna.engines.certificate;

import io.laguna.engines.process.OwnerOnlyFile;
import io.laguna.engines.process.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
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
    public static synchronized Map<String, String> variables(Workspace workspace) {
        Path certificate = authority(workspace).certificateFile().toAbsolutePath();
        Map<String, String> variables = new LinkedHashMap<>();
        // The driver knows keys in lower case alone.
        variables.put(
                "AMAZON_REDSHIFT_JDBC_INI_FILE",
                kept(certificate.resolveSibling("redshift-jdbc.ini"), "[DRIVER]\nsslrootcert=" + certificate + "\n"));
        variables.put("NODE_EXTRA_CA_CERTS", certificate.toString());
        Path bundle = certificate.resolveSibling("trusted.crt");
        // Without the system's certificates the variable would take the trust in all others away. A shell that has
        // evaluated these variables names the lake's own file.
        SystemCertificates.files()
                .filter(file -> !file.equals(bundle))
                .findFirst()
                .map(file -> kept(bundle, text(file) + "\n" + text(certificate)))
                .ifPresent(file -> variables.put(SystemCertificates.VARIABLE, file));
        return variables;
    }

    private static String kept(Path file, String text) {
        try {
            if (!Files.exists(file) || !Files.readString(file).equals(text)) {
                OwnerOnlyFile.write(file, text);
            }
            return file.toString();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep what clients trust in " + file, e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the certificates in " + file, e);
        }
    }
}
