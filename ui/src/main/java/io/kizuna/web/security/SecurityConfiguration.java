package io.kizuna.web.security;

import io.kizuna.web.Sessions;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;

/**
 * Default deny: everything under {@code /api} needs an unlocked session but the log-in itself;
 * pages and their files hold no data and are open.
 */
@Configuration
class SecurityConfiguration {

  /**
   * Argon2id, one lane. Of the settings OWASP holds equally strong (19 MiB with 2 passes to 7 MiB
   * with 5) the one with the least memory: a small heap stands several at a time. A hash names its
   * own settings, so that older ones stay good.
   */
  @Bean
  PasswordEncoder passwordEncoder() {
    var argon2 = new Argon2PasswordEncoder(16, 32, 1, 7168, 5);
    int atOnce = Runtime.getRuntime().availableProcessors();
    return new BoundedPasswordEncoder(argon2, atOnce, Duration.ofSeconds(5));
  }

  @Bean
  SecurityFilterChain filters(HttpSecurity http, Sessions sessions, Credentials credentials)
      throws Exception {
    var csrf = new HttpSessionCsrfTokenRepository();
    return http.csrf(
            c ->
                c.csrfTokenRepository(csrf)
                    .csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler())
                    // No session exists yet that a stranger's page could use.
                    .ignoringRequestMatchers(r -> isLogIn(r.getMethod(), r.getRequestURI())))
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.NEVER))
        .authorizeHttpRequests(
            a ->
                a.requestMatchers(HttpMethod.POST, "/api/session")
                    .permitAll()
                    .requestMatchers("/api/session", "/api/session/**", "/api/access-links/**")
                    .permitAll()
                    .requestMatchers("/api/**")
                    .access(
                        (authentication, context) ->
                            new AuthorizationDecision(
                                context.getRequest().getAttribute(SessionFilter.ACTOR) != null))
                    .requestMatchers("/actuator/health/**", "/v3/api-docs/**")
                    .permitAll()
                    .requestMatchers("/actuator/**")
                    .denyAll()
                    .anyRequest()
                    .permitAll())
        .addFilterBefore(new SessionFilter(sessions, credentials), AuthorizationFilter.class)
        .exceptionHandling(
            e ->
                e.authenticationEntryPoint(SessionFilter::refuse)
                    .accessDeniedHandler(SessionFilter::refuseAccess))
        .headers(
            h ->
                h.contentSecurityPolicy(c -> c.policyDirectives(Pages.DATA_POLICY))
                    .frameOptions(f -> f.deny()))
        .anonymous(a -> {})
        .formLogin(f -> f.disable())
        .httpBasic(b -> b.disable())
        .logout(l -> l.disable())
        .requestCache(c -> c.disable())
        .build();
  }

  private static boolean isLogIn(String method, String path) {
    return method.equals("POST")
        && (path.equals("/api/session") || path.startsWith("/api/access-links/"));
  }
}
