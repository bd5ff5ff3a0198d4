package io.laguna.emulator.iam.key;

import io.laguna.emulator.iam.entity.Holder;
import io.laguna.emulator.iam.entity.Kind;
import io.laguna.emulator.iam.rule.Listing;
import io.laguna.emulator.iam.rule.Members;
import io.laguna.emulator.iam.rule.Room;
import io.laguna.emulator.iam.rule.Scope;
import io.laguna.emulator.iam.rule.Self;
import java.util.List;
import java.util.function.Function;
import software.amazon.awssdk.services.iam.model.AssignmentStatusType;
import software.amazon.awssdk.services.iam.model.ListMfaDevicesRequest;
import software.amazon.awssdk.services.iam.model.ListMfaDevicesResponse;
import software.amazon.awssdk.services.iam.model.ListServiceSpecificCredentialsRequest;
import software.amazon.awssdk.services.iam.model.ListServiceSpecificCredentialsResponse;
import software.amazon.awssdk.services.iam.model.ListSigningCertificatesRequest;
import software.amazon.awssdk.services.iam.model.ListSigningCertificatesResponse;
import software.amazon.awssdk.services.iam.model.ListSshPublicKeysRequest;
import software.amazon.awssdk.services.iam.model.ListSshPublicKeysResponse;
import software.amazon.awssdk.services.iam.model.ListVirtualMfaDevicesRequest;
import software.amazon.awssdk.services.iam.model.ListVirtualMfaDevicesResponse;

/**
 * The lists of credentials that nobody can have here, since no operation makes any: SSH keys, certificates, devices and
 * credentials of single services. Who deletes a user whole asks for all of them first.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_users_remove.html">Removing an IAM user</a>
 */
public final class OtherCredentials extends Room {
    private final Scope scope;
    private final Self self;

    public OtherCredentials(Scope scope, Self self) {
        this.scope = scope;
        this.self = self;
    }

    @Override
    public ListSshPublicKeysResponse listSSHPublicKeys(ListSshPublicKeysRequest request) {
        Members.check(request);
        checkNone(request.userName(), request.marker());
        return ListSshPublicKeysResponse.builder()
                .sshPublicKeys(List.of())
                .isTruncated(false)
                .build();
    }

    @Override
    public ListSigningCertificatesResponse listSigningCertificates(ListSigningCertificatesRequest request) {
        Members.check(request);
        checkNone(request.userName(), request.marker());
        return ListSigningCertificatesResponse.builder()
                .certificates(List.of())
                .isTruncated(false)
                .build();
    }

    @Override
    public ListMfaDevicesResponse listMFADevices(ListMfaDevicesRequest request) {
        Members.check(request);
        checkNone(request.userName(), request.marker());
        return ListMfaDevicesResponse.builder()
                .mfaDevices(List.of())
                .isTruncated(false)
                .build();
    }

    @Override
    public ListVirtualMfaDevicesResponse listVirtualMFADevices(ListVirtualMfaDevicesRequest request) {
        Members.of(request)
                .oneOf("assignmentStatus", request.assignmentStatusAsString(), AssignmentStatusType.knownValues())
                .check();
        checkPage(request.marker());
        return ListVirtualMfaDevicesResponse.builder()
                .virtualMFADevices(List.of())
                .isTruncated(false)
                .build();
    }

    @Override
    public ListServiceSpecificCredentialsResponse listServiceSpecificCredentials(
            ListServiceSpecificCredentialsRequest request) {
        Members.check(request);
        checkNone(request.userName(), request.marker());
        return ListServiceSpecificCredentialsResponse.builder()
                .serviceSpecificCredentials(List.of())
                .isTruncated(false)
                .build();
    }

    /** Checks that the user is there, of whom there is nothing to list. */
    private void checkNone(String user, String marker) {
        checkPage(marker);
        new Holder(scope, Kind.USER, self.name(user)).read((handle, found) -> found);
    }

    /** Refuses a page that nobody gave out. */
    private static void checkPage(String marker) {
        var unused = Listing.of(List.<String>of(), Function.identity(), marker, null);
    }
}
