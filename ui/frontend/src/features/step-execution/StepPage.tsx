export default function StepPage() {
  return <main className="page" />;
}
