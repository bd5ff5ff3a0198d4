package io.laguna.emulator.redshift.serverless;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.request.Page;
import io.laguna.emulator.redshift.record.ResourceRecords;
import io.laguna.emulator.redshift.server.ManagedPassword;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.redshiftserverless.model.CreateNamespaceRequest;
import software.amazon.awssdk.services.redshiftserverless.model.CreateNamespaceResponse;
import software.amazon.awssdk.services.redshiftserverless.model.DeleteNamespaceRequest;
import software.amazon.awssdk.services.redshiftserverless.model.DeleteNamespaceResponse;
import software.amazon.awssdk.services.redshiftserverless.model.GetNamespaceRequest;
import software.amazon.awssdk.services.redshiftserverless.model.GetNamespaceResponse;
import software.amazon.awssdk.services.redshiftserverless.model.ListNamespacesRequest;
import software.amazon.awssdk.services.redshiftserverless.model.ListNamespacesResponse;
import software.amazon.awssdk.services.redshiftserverless.model.Namespace;
import software.amazon.awssdk.services.redshiftserverless.model.NamespaceStatus;
import software.amazon.awssdk.services.redshiftserverless.model.UpdateNamespaceRequest;
import software.amazon.awssdk.services.redshiftserverless.model.UpdateNamespaceResponse;

/**
 * The operations on namespaces: users and databases, which a workgroup serves. Its folder is made with its first workgroup.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift-serverless/latest/APIReference/API_CreateNamespace.html">
 *     CreateNamespace</a>
 */
final class Namespaces extends Room {
    private static final int MOST = 100;
    private static final Pattern USER = Pattern.compile("[a-z][a-z0-9_+.@-]{0,62}");
    private static final List<String> RESERVED = List.of("laguna", "rdsdb", "public");

    private final Caller caller;
    private final ServerlessSetting setting;

    Namespaces(Caller caller, ServerlessSetting setting) {
        this.caller = caller;
        this.setting = setting;
    }

    @Override
    public CreateNamespaceResponse createNamespace(CreateNamespaceRequest request) {
        new Constraints()
                .name("namespaceName", request.namespaceName())
                .text("dbName", request.dbName())
                .text("kmsKeyId", request.kmsKeyId())
                .text("defaultIamRoleArn", request.defaultIamRoleArn())
                .tags(request.tags())
                .check();
        if (request.redshiftIdcApplicationArn() != null) {
            throw Failures.notBuilt("redshiftIdcApplicationArn");
        }
        String user = user(Optional.ofNullable(request.adminUsername()).orElse("admin"));
        UUID id = UUID.randomUUID();
        Password password = password(
                request.namespaceName(), user, request.adminUserPassword(), request.manageAdminPassword(), true);
        Namespace namespace = Namespace.builder()
                .namespaceName(request.namespaceName())
                .namespaceId(id.toString())
                .namespaceArn(caller.arn("redshift-serverless", "namespace/" + id))
                .adminUsername(user)
                .adminPasswordSecretArn(password.secretArn().orElse(null))
                .adminPasswordSecretKmsKeyId(request.adminPasswordSecretKmsKeyId())
                .dbName(Optional.ofNullable(request.dbName())
                        .filter(name -> !name.isEmpty())
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .orElse("dev"))
                .iamRoles(request.iamRoles())
                .defaultIamRoleArn(request.defaultIamRoleArn())
                .kmsKeyId(Optional.ofNullable(request.kmsKeyId()).orElse("AWS_OWNED_KMS_KEY"))
                .logExports(request.logExports())
                .creationDate(setting.now())
                .status(NamespaceStatus.AVAILABLE)
                .build();
        String sealed = ManagedPassword.sealed(setting.seal(), id, user, password.text());
        NamespaceRecord record = new NamespaceRecord(id, caller, namespace, Optional.of(sealed), Optional.empty());
        setting.state().write(handle -> {
            if (!new NamespaceRecords(handle).insert(record)) {
                throw Failures.conflict("The namespace " + record.name() + " already exists.");
            }
            new ResourceRecords(handle, caller)
                    .tagTable()
                    .put(namespace.namespaceArn(), Constraints.map(request.tags()));
            return record;
        });
        return CreateNamespaceResponse.builder().namespace(namespace).build();
    }

    private static String user(String given) {
        String user = given.toLowerCase(Locale.ROOT);
        if (!USER.matcher(user).matches() || user.startsWith("pg_") || RESERVED.contains(user)) {
            throw Failures.validation("The admin user name " + given + " is not valid.");
        }
        return user;
    }

    /**
     * The password of an admin.
     *
     * @param text never to be printed or logged
     */
    private record Password(String text, Optional<String> secretArn) {
        @Override
        public String toString() {
            return "Password in " + secretArn.orElse("the request");
        }
    }

    private Password password(String namespace, String user, String given, Boolean managed, boolean makes) {
        if (Boolean.TRUE.equals(managed) || (makes && given == null)) {
            if (given != null) {
                throw Failures.validation("adminUserPassword and manageAdminPassword cannot be used together.");
            }
            ManagedPassword.Made made = new ManagedPassword(setting.secrets()).make(caller, namespace, user);
            return new Password(made.text(), Optional.of(made.secretArn()));
        }
        boolean strong = given.length() >= 8
                && given.length() <= 64
                && given.chars().anyMatch(Character::isUpperCase)
                && given.chars().anyMatch(Character::isLowerCase)
                && given.chars().anyMatch(Character::isDigit);
        if (!strong) {
            throw Failures.validation(
                    "The admin user password must have 8 to 64 characters, and at least one upper case"
                            + " letter, one lower case letter and one number.");
        }
        return new Password(given, Optional.empty());
    }

    @Override
    public GetNamespaceResponse getNamespace(GetNamespaceRequest request) {
        NamespaceRecord record =
                setting.state().write(handle -> new NamespaceRecords(handle).known(caller, request.namespaceName()));
        return GetNamespaceResponse.builder().namespace(record.namespace()).build();
    }

    @Override
    public ListNamespacesResponse listNamespaces(ListNamespacesRequest request) {
        new Constraints().pages(request.maxResults()).check();
        Page<Namespace> page = Page.ofSorted(
                setting.state().read(handle -> new NamespaceRecords(handle).all(caller)).stream()
                        .map(NamespaceRecord::namespace)
                        .toList(),
                Namespace::namespaceName,
                request.nextToken(),
                Page.size(request.maxResults(), MOST),
                Failures::badToken);
        return ListNamespacesResponse.builder()
                .namespaces(page.entries())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }

    /** Begins to change a namespace: the engine is told another password a moment later. */
    @Override
    public UpdateNamespaceResponse updateNamespace(UpdateNamespaceRequest request) {
        new Constraints()
                .name("namespaceName", request.namespaceName())
                .text("defaultIamRoleArn", request.defaultIamRoleArn())
                .check();
        NamespaceRecord before =
                setting.state().write(handle -> new NamespaceRecords(handle).known(caller, request.namespaceName()));
        boolean renames = request.adminUsername() != null
                && !request.adminUsername().equals(before.namespace().adminUsername());
        if (renames) {
            throw Failures.notBuilt("A change of adminUsername");
        }
        Optional<Password> password =
                request.adminUserPassword() == null && !Boolean.TRUE.equals(request.manageAdminPassword())
                        ? Optional.empty()
                        : Optional.of(password(
                                request.namespaceName(),
                                before.namespace().adminUsername(),
                                request.adminUserPassword(),
                                request.manageAdminPassword(),
                                false));
        NamespaceRecord after = setting.state().write(handle -> {
            NamespaceRecords records = new NamespaceRecords(handle);
            NamespaceRecord changed = changed(records.known(caller, request.namespaceName()), request, password);
            records.save(changed);
            return changed;
        });
        setting.wake().run();
        return UpdateNamespaceResponse.builder().namespace(after.namespace()).build();
    }

    private NamespaceRecord changed(
            NamespaceRecord record, UpdateNamespaceRequest request, Optional<Password> password) {
        NamespaceRecord changed = record.with(namespace -> {
            if (request.hasIamRoles()) {
                namespace.iamRoles(request.iamRoles());
            }
            if (request.hasLogExports()) {
                namespace.logExportsWithStrings(request.logExportsAsStrings());
            }
            Optional.ofNullable(request.defaultIamRoleArn()).ifPresent(namespace::defaultIamRoleArn);
            Optional.ofNullable(request.kmsKeyId()).ifPresent(namespace::kmsKeyId);
            password.ifPresent(chosen ->
                    namespace.adminPasswordSecretArn(chosen.secretArn().orElse(null)));
            return namespace;
        });
        return password.map(chosen -> changed.withPassword(Optional.of(ManagedPassword.sealed(
                                setting.seal(), record.id(), record.namespace().adminUsername(), chosen.text())))
                        .in(NamespaceStatus.MODIFYING))
                .orElse(changed);
    }

    @Override
    public DeleteNamespaceResponse deleteNamespace(DeleteNamespaceRequest request) {
        if (request.finalSnapshotName() != null) {
            throw Failures.notBuilt("finalSnapshotName: make the snapshot before, which");
        }
        NamespaceRecord deleting = setting.state().write(handle -> {
            NamespaceRecords records = new NamespaceRecords(handle);
            NamespaceRecord record = records.known(caller, request.namespaceName());
            new WorkgroupRecords(handle).of(record.id()).ifPresent(workgroup -> {
                throw Failures.conflict("The namespace " + record.name() + " is associated with the workgroup "
                        + workgroup.name() + ".");
            });
            NamespaceRecord changed = record.in(NamespaceStatus.DELETING);
            records.save(changed);
            return changed;
        });
        setting.wake().run();
        return DeleteNamespaceResponse.builder().namespace(deleting.namespace()).build();
    }
}
