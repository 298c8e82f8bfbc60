package io.kizuna.web.security;

import io.kizuna.web.Sessions;
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

  /** OWASP's recommendation for Argon2id: 19 MiB, two passes, one lane. */
  @Bean
  PasswordEncoder passwordEncoder() {
    return new Argon2PasswordEncoder(16, 32, 1, 19_456, 2);
  }

  @Bean
  SecurityFilterChain filters(HttpSecurity http, Sessions sessions) throws Exception {
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
                    .requestMatchers("/api/session", "/api/session/**")
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
        .addFilterBefore(new SessionFilter(sessions), AuthorizationFilter.class)
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
    return method.equals("POST") && path.equals("/api/session");
  }
}
