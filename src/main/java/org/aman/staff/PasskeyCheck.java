package org.aman.staff;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.security.web.webauthn.api.AttestationConveyancePreference;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialParameters;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks passkeys and checks their answers, by Spring Security's WebAuthn. Nothing is kept between asking and answering: the
 * challenge travels in a closed envelope, is good for five minutes, and is answered once. Asking tells nothing of whose
 * passkeys there are, since a passkey knows by itself to whom it belongs.
 */
@Component
class PasskeyCheck {
    private static final Logger log = LoggerFactory.getLogger(PasskeyCheck.class);
    private static final Duration LASTS = Duration.ofMinutes(5);
    private static final String TO_SIGN_IN = "passkey to sign in";
    private static final String TO_ADD = "passkey to add ";
    private static final int LONGEST = 16_000;

    private final Passkeys passkeys;
    private final Envelopes envelopes;
    private final RealTime time;
    private final DoorSettings settings;
    private final Environment environment;
    private final JsonMapper json =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();
    private @Nullable Webauthn4JRelyingPartyOperations operations;

    PasskeyCheck(
            Passkeys passkeys, Envelopes envelopes, RealTime time, DoorSettings settings, Environment environment) {
        this.passkeys = passkeys;
        this.envelopes = envelopes;
        this.time = time;
        this.settings = settings;
        this.environment = environment;
    }

    Passkeys passkeys() {
        return passkeys;
    }

    /** What a browser asks the passkeys it finds. */
    Asked toSignIn() {
        Bytes challenge = Bytes.random();
        return new Asked(json.writeValueAsString(request(challenge)), closed(TO_SIGN_IN, challenge));
    }

    /** What a browser needs to make a passkey for this account. */
    Asked toAdd(Volunteer who) {
        Bytes challenge = Bytes.random();
        return new Asked(json.writeValueAsString(creation(who, challenge)), closed(TO_ADD + who.id(), challenge));
    }

    /** @param options for the browser, in JSON; {@code challenge} is to be sent back with the answer */
    record Asked(String options, String challenge) {}

    /** Keeps the passkey that was made; false where it proves nothing. Within the caller's transaction. */
    boolean add(Volunteer who, Factor.Passkey made, String label) {
        try {
            Optional<Bytes> challenge = used(TO_ADD + who.id(), made.challenge());
            if (challenge.isEmpty() || made.answer().length() > LONGEST) {
                return false;
            }
            PublicKeyCredential<AuthenticatorAttestationResponse> answer =
                    json.readValue(made.answer(), new TypeReference<>() {});
            operations()
                    .registerCredential(new ImmutableRelyingPartyRegistrationRequest(
                            creation(who, challenge.get()), new RelyingPartyPublicKey(answer, label)));
            return true;
        } catch (RuntimeException e) {
            return refused(e);
        }
    }

    /** Whether one of this account's passkeys answered. Within the caller's transaction: an answer counts once. */
    boolean proves(Volunteer.Id owner, Factor.Passkey shown) {
        try {
            Optional<Bytes> challenge = used(TO_SIGN_IN, shown.challenge());
            if (challenge.isEmpty() || shown.answer().length() > LONGEST) {
                return false;
            }
            PublicKeyCredential<AuthenticatorAssertionResponse> answer =
                    json.readValue(shown.answer(), new TypeReference<>() {});
            PublicKeyCredentialUserEntity whose = operations()
                    .authenticate(new RelyingPartyAuthenticationRequest(request(challenge.get()), answer));
            return Passkeys.owner(whose.getId()).equals(owner);
        } catch (RuntimeException e) {
            return refused(e);
        }
    }

    /** The library says by all kinds of exceptions that an answer is none; their messages may quote it. */
    private static boolean refused(RuntimeException e) {
        if (e instanceof org.springframework.dao.DataAccessException) {
            throw e;
        }
        log.info("A passkey was refused: {}", e.getClass().getSimpleName());
        return false;
    }

    private String closed(String purpose, Bytes challenge) {
        Instant until = time.instant().plus(LASTS);
        return envelopes.close(purpose, until.toEpochMilli() + " " + challenge.toBase64UrlString());
    }

    private Optional<Bytes> used(String purpose, String closed) {
        return envelopes.open(purpose, closed).map(text -> text.split(" ", 2)).flatMap(parts -> {
            Instant until = Instant.ofEpochMilli(Long.parseLong(parts[0]));
            return time.instant().isBefore(until) && passkeys.answered(Secrets.hash(parts[1]), until)
                    ? Optional.of(Bytes.fromBase64(parts[1]))
                    : Optional.empty();
        });
    }

    private PublicKeyCredentialRequestOptions request(Bytes challenge) {
        return PublicKeyCredentialRequestOptions.builder()
                .challenge(challenge)
                .rpId(URI.create(address()).getHost())
                .allowCredentials(List.of())
                .timeout(LASTS)
                .userVerification(UserVerificationRequirement.PREFERRED)
                .build();
    }

    private PublicKeyCredentialCreationOptions creation(Volunteer who, Bytes challenge) {
        return PublicKeyCredentialCreationOptions.builder()
                .rp(party())
                .user(entity(who.id(), who.name()))
                .challenge(challenge)
                .pubKeyCredParams(
                        PublicKeyCredentialParameters.EdDSA,
                        PublicKeyCredentialParameters.ES256,
                        PublicKeyCredentialParameters.RS256)
                .authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .userVerification(UserVerificationRequirement.PREFERRED)
                        .build())
                .attestation(AttestationConveyancePreference.NONE)
                .excludeCredentials(List.of())
                .timeout(LASTS)
                .build();
    }

    private PublicKeyCredentialRpEntity party() {
        return PublicKeyCredentialRpEntity.builder()
                .id(URI.create(address()).getHost())
                .name("Aman")
                .build();
    }

    /** Made when it is first needed: by then the port is known, and a start costs nothing. */
    private synchronized Webauthn4JRelyingPartyOperations operations() {
        if (operations == null) {
            operations = new Webauthn4JRelyingPartyOperations(new Owners(), passkeys, party(), Set.of(address()));
        }
        return operations;
    }

    private String address() {
        return settings.address().isEmpty()
                ? "http://localhost:" + environment.getProperty("local.server.port", "8080")
                : settings.address();
    }

    private static PublicKeyCredentialUserEntity entity(Volunteer.Id id, String name) {
        return ImmutablePublicKeyCredentialUserEntity.builder()
                .id(Passkeys.handle(id))
                .name(name)
                .displayName(name)
                .build();
    }

    /** An account is known by its id alone; names stay with us. */
    private static final class Owners implements PublicKeyCredentialUserEntityRepository {
        @Override
        public PublicKeyCredentialUserEntity findById(Bytes id) {
            return entity(Passkeys.owner(id), Passkeys.owner(id).value());
        }

        @Override
        public PublicKeyCredentialUserEntity findByUsername(String id) {
            return entity(new Volunteer.Id(id), id);
        }

        @Override
        public void save(PublicKeyCredentialUserEntity entity) {
            throw new IllegalStateException("Accounts are kept elsewhere");
        }

        @Override
        public void delete(Bytes id) {
            throw new IllegalStateException("Accounts are kept elsewhere");
        }
    }
}
